/** A page that loads all of data and scene, so that their lines are counted: `web-test-runner.config.mjs` answers with an import of each. */
