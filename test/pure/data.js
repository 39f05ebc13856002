/** One page for all tests of data: `web-test-runner.config.mjs` answers with an import of each. */
