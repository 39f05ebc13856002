import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { configureMapLibre } from 'pair-atlas';
import type { CustomElements } from 'pair-atlas/jsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends CustomElements {}
  }
}

const FILES = '/pair-atlas';
configureMapLibre({ workerUrl: `${FILES}/pair-atlas-maplibre-worker.js` });

function App() {
  const [metric, setMetric] = useState('exit');
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <>
      <button onClick={() => setMetric('coverage')}>coverage</button>
      <output>{codes.join(' ')}</output>
      <pair-atlas metric={metric} onpair-select={(event) => setCodes(event.detail.codes)} />
    </>
  );
}

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
