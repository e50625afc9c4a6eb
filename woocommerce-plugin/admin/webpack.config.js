const { resolve } = require("node:path");
const wordpress = require("@wordpress/scripts/config/webpack.config");

const core = resolve(__dirname, "../../core/domain");

/** WordPress's own build, which also knows the pure domain of the core and takes no more of it than is used. */
module.exports = {
  ...wordpress,
  resolve: {
    ...wordpress.resolve,
    alias: { ...wordpress.resolve.alias, "#domain": core },
  },
  module: {
    ...wordpress.module,
    rules: [...wordpress.module.rules, { test: /\.ts$/, include: core, sideEffects: false }],
  },
};
