/** One page for all tests of scene: `web-test-runner.config.mjs` answers with an import of each. */
