/** One page for all tests of data, scene and state: `web-test-runner.config.mjs` answers with an import of each. */
