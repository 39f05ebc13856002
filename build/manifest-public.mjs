/** Leaves in the manifest what a page may rely on: elements, and of them what is declared as a property or has a doc block. */
const MEMBERS = [
  'kind',
  'tagName',
  'customElement',
  'name',
  'description',
  'superclass',
  'attributes',
  'members',
  'events',
  'slots',
  'cssParts',
  'cssProperties',
];
const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

export function publicApi() {
  /** Names of the properties that an element declares, by the name of its class. */
  const declared = new Map();
  return {
    name: 'public-api',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const getter = node.members.find((member) => ts.isGetAccessor(member) && member.name.getText() === 'properties');
      const object = getter?.body.statements.find(ts.isReturnStatement)?.expression;
      if (!object) return;
      const isState = (options) => /\bstate: true\b/.test(options.getText());
      const properties = object.properties.filter(({ initializer }) => !isState(initializer));
      declared.set(node.name.text, new Set(properties.map(({ name }) => name.getText())));
    },
    packageLinkPhase({ customElementsManifest: manifest }) {
      manifest.modules = manifest.modules
        .flatMap(({ path, declarations }) => declarations.flatMap((each) => (each.tagName ? moduleOf(path, each) : [])))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };

  /** As a host imports it: the file of the package that defines the tag. */
  function moduleOf(source, element) {
    const { name, tagName } = element;
    const path = source.replace(/^src\/(.*)\/[^/]+$/, `dist/lib/$1/${tagName}.js`);
    const isPublic = (member) =>
      !['private', 'protected'].includes(member.privacy) &&
      !member.static &&
      (member.kind === 'field' ? declared.get(name)?.has(member.name) : member.description !== undefined);
    const members = (element.members ?? []).filter(isPublic).map((member) => ({ ...member, privacy: undefined }));
    const lists = ['attributes', 'events', 'slots', 'cssParts'].map((list) => [
      list,
      [...(element[list] ?? [])].sort(byName),
    ]);
    const all = { ...element, ...Object.fromEntries(lists), members: members.sort(byName) };
    const declaration = Object.fromEntries(
      MEMBERS.map((key) => [key, all[key]]).filter(([, value]) => value !== undefined && value.length !== 0),
    );
    const reference = { name, module: path };
    return {
      kind: 'javascript-module',
      path,
      declarations: [declaration],
      exports: [
        { kind: 'js', name, declaration: reference },
        { kind: 'custom-element-definition', name: tagName, declaration: reference },
      ],
    };
  }
}
