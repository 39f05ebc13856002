/** Notes as sounds of Web Audio, of a browser or of a recording: oscillators and noise, no files. */
import type { Note } from '../../scene/parts/sound.js';

/** Seconds of a note, and from one to the next. */
export const NOTE_LENGTH = 0.18,
  NOTE_STEP = 0.24;
const VOLUME = 0.2,
  /** Seconds in which a note comes and goes: without them it would click. */
  EDGE = 0.02;

export function play(context: BaseAudioContext, note: Note, at = context.currentTime): void {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(note.kind === 'tone' ? VOLUME : VOLUME / 2, at + EDGE);
  gain.gain.setValueAtTime(note.kind === 'tone' ? VOLUME : VOLUME / 2, at + NOTE_LENGTH - EDGE);
  gain.gain.linearRampToValueAtTime(0, at + NOTE_LENGTH);
  gain.connect(context.destination);
  const source = note.kind === 'tone' ? tone(context, note.hertz) : noise(context);
  source.connect(gain);
  source.start(at);
  source.stop(at + NOTE_LENGTH);
}

/** Fuller than a sine, which small loudspeakers lose where it is low. */
function tone(context: BaseAudioContext, hertz: number): OscillatorNode {
  const oscillator = context.createOscillator();
  oscillator.type = 'triangle';
  oscillator.frequency.value = hertz;
  return oscillator;
}

function noise(context: BaseAudioContext): AudioBufferSourceNode {
  const source = context.createBufferSource();
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * NOTE_LENGTH), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  source.buffer = buffer;
  return source;
}
