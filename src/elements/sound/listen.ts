/** A tour for the ear, from its first word to its last. Fetched when a reader asks for it. */
import { soundSteps, type SoundStep } from '../../scene/parts/sound.js';
import { say } from '../../scene/words/index.js';
import { NOTE_STEP, play } from './play.js';

type Heard = Parameters<typeof soundSteps>;

interface Listening {
  /** Made within the reader's gesture; undefined where the browser has none. */
  readonly context: AudioContext | undefined;
  readonly of: Heard;
  /** Tells the reader, in writing and by their screen reader. */
  say(text: string): void;
  /** What is heard now; nothing where nothing is. */
  show(at: Pick<SoundStep, 'spotlight'> & { readonly code?: string }): void;
  readonly signal: AbortSignal;
}

/** Seconds until a browser has let the sound through, or will not. */
const PATIENCE = 1.5,
  REST = 0.5;

/** Settles when the last word is said, or the reader has stopped it. */
export async function listen({ context, of, say: tell, show, signal }: Listening): Promise<void> {
  const language = of[4];
  if (!context) return tell(say(language, 'sound.missing'));
  signal.addEventListener('abort', () => tell(say(language, 'sound.stopped')), { once: true });
  try {
    // A promise that never settles is how some browsers say no.
    await Promise.race([context.resume().catch(() => undefined), sleep(PATIENCE, signal)]);
    for (const step of soundSteps(...of)) {
      if (signal.aborted) return;
      if (context.state !== 'running') return tell(say(language, 'sound.silent'));
      tell(step.said);
      // Nothing is heard while a screen reader speaks.
      await sleep(step.notes.length > 0 ? step.pause : 0, signal);
      for (const note of step.notes) {
        if (signal.aborted) return;
        show({ spotlight: step.spotlight, code: note.code });
        play(context, note);
        await sleep(NOTE_STEP, signal);
      }
      show({});
      await sleep(REST, signal);
    }
  } finally {
    show({});
  }
}

/** Settles at once when `signal` is aborted. */
function sleep(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1_000);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
