/** One page for all tests of state: `web-test-runner.config.mjs` answers with an import of each. */
