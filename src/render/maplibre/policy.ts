/**
 * Whether the page's policy lets MapLibre start its worker, which it gives a plain address. Trusted Types refuse that, and tell
 * the host of every refusal: so it is asked without being refused.
 */

let asked: Promise<boolean> | undefined;

/** May a worker be started from a plain address? Asked without a report, and of what lies outside the document only once. */
export async function mayStartWorkers(): Promise<boolean> {
  return isAllowedByDocument() && (asked ??= ask());
}

/** What the document itself says, without a request; true where it says nothing. */
export const isAllowedByDocument = (): boolean =>
  !('trustedTypes' in globalThis) || !policiesInDocument().some(isStrict);

async function ask(): Promise<boolean> {
  if (!('trustedTypes' in globalThis)) return true;
  const sent = await policiesSent();
  return sent ? !sent.some(isStrict) : isAllowedInFrame();
}

/** A policy that is only tried out reports as one that is enforced does. */
const isStrict = (policy: string): boolean => /(?:^|[;,])\s*require-trusted-types-for\s[^;,]*'script'/i.test(policy);

const policiesInDocument = (): string[] =>
  [...document.querySelectorAll('meta')]
    .filter(({ httpEquiv }) => /^content-security-policy/i.test(httpEquiv))
    .map(({ content }) => content);

/** The headers of this page, which a script can read only of a further answer: as a rule the browser's own copy of the first. */
async function policiesSent(): Promise<string[] | undefined> {
  // A page that may not be fetched, or that failed, would leave a line in the console.
  const [navigation] = performance.getEntriesByType('navigation') as { responseStatus?: number }[];
  const isReadable =
    /^https?:$/.test(location.protocol) &&
    new URL(import.meta.url).origin === location.origin &&
    [undefined, 0, 200].includes(navigation?.responseStatus);
  if (!isReadable) return undefined;
  try {
    const { ok, headers, body } = await fetch(location.href, { cache: 'force-cache' });
    void body?.cancel();
    const names = ['Content-Security-Policy', 'Content-Security-Policy-Report-Only'];
    return ok ? names.flatMap((name) => headers.get(name) ?? []) : undefined;
  } catch {
    return undefined;
  }
}

interface FrameWindow {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
  };
}

/**
 * An empty frame has the page's policy, and its own default rule, which is asked before anything is refused. A page that lists
 * the names of rules refuses this one, and hears of it.
 */
function isAllowedInFrame(): boolean {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.documentElement.append(frame);
  let isAllowed = true;
  try {
    (frame.contentWindow as FrameWindow | null)?.trustedTypes?.createPolicy('default', {
      createScriptURL: (url) => {
        isAllowed = false;
        return url;
      },
    });
    const script = frame.contentDocument?.createElement('script');
    if (script) script.src = location.href;
  } catch {
    isAllowed = false;
  } finally {
    frame.remove();
  }
  return isAllowed;
}
