/** Puts an atlas onto the page when a reader comes near it: eleven at once would cost all of them the first picture. */
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      const template = target.querySelector('template');
      template.replaceWith(template.content);
    }
  },
  { rootMargin: '600px 0px' },
);
for (const section of document.querySelectorAll('.kind')) near.observe(section);
