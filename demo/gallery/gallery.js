/** Puts an atlas onto the page when a reader comes near it: eleven at once would cost all of them the first picture. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const template = target.querySelector('template');
      template.replaceWith(furnished(template.content));
    }
  },
  { rootMargin: '600px 0px' },
);
for (const section of document.querySelectorAll('.kind')) near.observe(section);

/** The atlas of a template with its maps among the elements that every atlas of this page has. */
function furnished(content) {
  const atlas = content.querySelector('pair-atlas');
  const maps = atlas.querySelectorAll('pair-map');
  const around = document.getElementById('around').content.cloneNode(true);
  // A map with a level of its own is there to be compared with the others: no switch that takes them all to one.
  const hasOwnLevel = [...maps].some((map) => map.hasAttribute('level'));
  around.querySelector('pair-metrics').toggleAttribute('levels', !hasOwnLevel);
  around.querySelector('.maps').append(...maps);
  // What a template has besides stands below.
  atlas.replaceChildren(around, ...atlas.querySelectorAll(':scope > pair-ledger'));
  return content;
}
