/** Leads `vite preview` from the address that it prints, where there is no page, to the demo. */
import type { Plugin } from 'vite';

export function demoPage(): Plugin {
  return {
    name: 'demo-page',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        if (request.url === '/') response.writeHead(302, { Location: '/demo/' }).end();
        else next();
      });
    },
  };
}
