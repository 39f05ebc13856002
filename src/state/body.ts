/** The body of a small file, read in one go. The standalone entry has it too, for what it asks for ahead (`standalone/bundle.ts`). */

/** Bytes of a file from which on it is read with rests. */
export const LARGE = 1_000_000;

export interface Body {
  readonly bytes: Uint8Array;
  /** Undefined where it is large, or not in UTF-8. */
  readonly text?: string;
  /** Of a text that is not the known one. */
  readonly json?: unknown;
  /** Why it is not there. */
  readonly error?: unknown;
}

/** Undefined where it is large by what the server says. Rejects where it does not come. `known` is not parsed again. */
export async function readSmall(response: Response, known?: string): Promise<Body | undefined> {
  if (Number(response.headers.get('content-length')) > LARGE) return undefined;
  const bytes = await bytesOf(response);
  return bytes.length > LARGE ? { bytes } : parseBody(bytes, known);
}

export function parseBody(bytes: Uint8Array, known?: string): Body {
  let text: string | undefined;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { bytes, text, ...(text && text === known ? {} : { json: JSON.parse(text) as unknown }) };
  } catch (error) {
    return { bytes, text, error };
  }
}

export const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer());
