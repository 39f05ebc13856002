/** Tasks for the next frame, run in one go: what they read is laid out once, and what they change is drawn after the last has read. */
const waiting = new Set<() => void>();

/** A task that waits already is not asked for twice. */
export function inNextFrame(task: () => void): void {
  if (waiting.size === 0) requestAnimationFrame(run);
  waiting.add(task);
}

function run(): void {
  const tasks = [...waiting];
  waiting.clear();
  for (const task of tasks) task();
}
