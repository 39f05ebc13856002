import { CUSTOM_ELEMENTS_SCHEMA, Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { configureMapLibre, type PairEvent } from 'pair-atlas';

const FILES = '/pair-atlas';
configureMapLibre({ workerUrl: `${FILES}/pair-atlas-maplibre-worker.js` });

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="metric.set('coverage')">coverage</button>
    <output>{{ codes().join(' ') }}</output>
    <pair-atlas
      [src]="files + '/data/zhejiang-2018.json'"
      [geometry]="files + '/data/counties-2018.json'"
      [metric]="metric()"
      (pair-select)="choose($event)"
    ></pair-atlas>
  `,
})
class App {
  /** Angular's builder takes no files along that a module names: they lie in `public/`. */
  readonly files = FILES;
  readonly metric = signal('exit');
  readonly codes = signal<readonly string[]>([]);

  choose(event: Event): void {
    this.codes.set((event as PairEvent<'pair-select'>).detail.codes);
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).catch((error: unknown) => {
  console.error(error);
});
