/**
 * The style sheet of an atlas without script, made of the live elements' own sheets: what is `:host` there is a class here, so
 * that nothing moves when the elements come.
 */
import { css, type CSSResult } from 'lit';
import { compile, serialize, stringify } from 'stylis';
import { styles as atlas } from '../../elements/atlas/atlas.styles.js';
import { styles as atlasLater } from '../../elements/atlas/later.styles.js';
import { styles as details } from '../../elements/details/details.styles.js';
import { styles as exported } from '../../elements/export/export.styles.js';
import { styles as ledger } from '../../elements/ledger/ledger.styles.js';
import { styles as legend } from '../../elements/legend/legend.styles.js';
import { styles as mapLater } from '../../elements/map/later.styles.js';
import { styles as map } from '../../elements/map/map.styles.js';
import { styles as metrics } from '../../elements/metrics/metrics.styles.js';
import { styles as search } from '../../elements/search/search.styles.js';
import { base } from '../../elements/shared/styles.js';
import { swatches } from '../../elements/shared/swatch.js';
import { styles as summary } from '../../elements/summary/summary.styles.js';
import { styles as table } from '../../elements/table/table.styles.js';
import { styles as timeline } from '../../elements/timeline/timeline.styles.js';
import { TOKENS, tokenRules } from '../../scene/picture/tokens.js';
import { grammar as english } from '../../scene/words/en/grammar.js';
import { FONTS as TRADITIONAL_FONTS } from '../../scene/words/zh-Hant/fonts.js';

const PARTS: Readonly<Record<string, CSSResult>> = {
  'pair-summary': summary,
  'pair-metrics': metrics,
  'pair-export': exported,
  'pair-search': search,
  'pair-timeline': timeline,
  'pair-map': css`
    ${map}${mapLater}
  `,
  'pair-legend': legend,
  'pair-details': details,
  'pair-table': table,
  'pair-ledger': ledger,
};

/** The atlas asks for its width by an attribute that script sets; here the browser asks. */
const WIDTHS: Readonly<Record<string, string>> = {
  narrow: '(max-width: 599.98px)',
  medium: '(min-width: 600px) and (max-width: 959.98px)',
  wide: '(min-width: 960px)',
};

export function staticSheet(): string {
  return [
    tokenRules((theme) => (theme === 'light' ? '.static' : `.static[data-theme='${theme}']`)),
    scoped('.static', `${base.cssText}${swatches.cssText}${withWidths(`${atlas.cssText}${atlasLater.cssText}`)}`),
    ...Object.entries(PARTS).map(([tag, { cssText }]) => scoped(`.static .${tag}`, cssText)),
    RULES,
  ].join('\n');
}

/** A sheet of a shadow root as one for all within `scope`: selectors one after another, for engines without nesting. */
function scoped(scope: string, css: string): string {
  const nested = css
    .replace(/\/\*.*?\*\//gs, '')
    // Parts that are not defined yet are a matter of script.
    .replace(/[^{}]*:not\(:defined\)[^{}]*\{[^{}]*\}/g, '')
    .replace(/:host\(((?:[^()]|\([^()]*\))*)\)/g, '&$1')
    .replace(/:host\b/g, '&')
    .replace(/(?<![\w.'-])pair-(?=[a-z]+\b[^:;]*[{,])/g, '.pair-');
  return serialize(compile(`${scope} {${nested}}`), stringify);
}

function withWidths(css: string): string {
  return css.replace(
    /:host\(\[data-width='(\w+)'\]\)([^{}]*)\{([^{}]*)\}/g,
    (_, width: string, selector: string, rules: string) =>
      `@container ${WIDTHS[width] ?? ''} { & ${selector} {${rules}} }`,
  );
}

/** What only a page without script has. */
const RULES = `.s-page {
  margin: 0 auto;
  padding: 1rem;
  max-width: 90rem;
  font: 1rem/1.5 ${TOKENS.font.light};
}
.s-page:lang(en) {
  font-family: ${english.fonts};
}
.s-page:lang(zh-Hant) {
  font-family: ${TRADITIONAL_FONTS};
}
.s-page h1 {
  font-size: 1.75rem;
  line-height: 1.25;
  margin: 0 0 1rem;
}
/* The live atlas draws itself unseen, until it takes the place of what is here. What it complains of is seen, above. */
.content > *,
.progress,
.links {
  position: absolute;
  inset: 0 0 auto;
  visibility: hidden;
}
.static {
  container-type: inline-size;
}
/* Its columns have their widths when its last row is there: until then a page that comes slowly would move at each row. */
.static .pair-table .box:not(:has(+ .foot)) {
  visibility: hidden;
}
/* What script brings keeps its room. */
.static .later {
  visibility: hidden;
}
.static .stage > svg {
  display: block;
  inline-size: 100%;
  block-size: auto;
  max-block-size: var(--_map-max-height);
}
.static select:disabled {
  opacity: 1;
}
.static :is(.class, label, thead th, tbody tr) {
  cursor: default;
}
`;
