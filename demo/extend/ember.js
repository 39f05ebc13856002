// @ts-check
/**
 * A colour scheme: `<pair-atlas scheme="ember">`. From pale to strong, and on a dark ground the other way round.
 * @param {typeof import('pair-atlas/extend')} extend
 */
export default function ember({ registerScheme }) {
  registerScheme('ember', { colours: ['#fbe3c0', '#f2a65a', '#d1603d', '#8c2f39', '#4a1c2b'] });
}
