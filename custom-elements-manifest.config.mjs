/** How `custom-elements.json` is made: of the doc blocks of the elements, and of nothing that is not public. */
import { cssTokens } from './build/manifest-tokens.mjs';
import { publicApi } from './build/manifest-public.mjs';

export default {
  globs: ['src/elements/*/*.ts'],
  exclude: ['src/elements/*/pair-*.ts', 'src/elements/shared/*.ts'],
  litelement: true,
  packagejson: false,
  plugins: [cssTokens(), publicApi()],
};
