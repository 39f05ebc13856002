/** What those get who install the package, or copy `dist/`. After a build. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>>;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

describe('the package', () => {
  it('runs no script of a dependency where it is installed', () => {
    const { packages } = read('package-lock.json') as Lock;
    const running = Object.entries(packages).filter(([, { dev, hasInstallScript }]) => !dev && hasInstallScript);
    assert.deepEqual(running, []);
  });

  it('holds what it exports and what the folder needs, and nothing that only we need', () => {
    const packed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { encoding: 'utf8' });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const paths = files.map(({ path }) => path);
    assert.deepEqual([...new Set(paths.map((path) => path.split('/')[0]))].sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'custom-elements.json',
      'dist',
      'package.json',
    ]);
    for (const path of paths) assert.doesNotMatch(path, /\.(map|tsbuildinfo)$|\.test\.|^dist\/lib\/standalone\/embed/);
    const { exports } = read('package.json') as Manifest;
    for (const target of Object.values(exports).flatMap((each) =>
      typeof each === 'string' ? each : Object.values(each),
    ))
      if (!target.includes('*')) assert(paths.includes(target.slice(2)), target);
    for (const name of ['embed.html', 'embed.js', 'LICENSES.txt', 'integrity.json', 'data/counties-2018.json'])
      assert(paths.includes(`dist/${name}`), name);
  });

  it('has the licence of each dependency that is bundled', () => {
    const text = readFileSync('dist/LICENSES.txt', 'utf8');
    const { dependencies } = read('package.json') as Manifest;
    // Types have no code; the others are for Node alone.
    const bundled = Object.keys(dependencies).filter((name) => !/^@types|^stylis$|^jsonc-parser$/.test(name));
    assert(bundled.length > 6);
    for (const name of bundled) assert.match(text, new RegExp(`^${name} \\d`, 'm'), name);
  });

  it('tells of each file whether it is whole', () => {
    const sums = read('dist/integrity.json') as Record<string, string>;
    const files = readdirSync('dist').filter((name) => /\.(js|css|html)$/.test(name));
    assert.deepEqual(Object.keys(sums).sort(), files.sort());
    for (const [name, sum] of Object.entries(sums)) {
      const own = createHash('sha384')
        .update(readFileSync(`dist/${name}`))
        .digest('base64');
      assert.equal(sum, `sha384-${own}`, name);
    }
  });

  it('has tests where its security page says so', () => {
    const named = [...readFileSync('SECURITY.md', 'utf8').matchAll(/`(test\/[\w./-]+)`/g)].map(
      ([, path]) => path as string,
    );
    assert(named.length > 8);
    for (const path of named) assert(existsSync(path), path);
  });
});
