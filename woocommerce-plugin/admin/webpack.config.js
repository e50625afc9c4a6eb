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
  // About 100 kB packed: what the screens may weigh beyond WordPress's own packages is 150.
  performance: { hints: "error", maxAssetSize: 420_000, maxEntrypointSize: 440_000 },
  module: {
    ...wordpress.module,
    rules: [...wordpress.module.rules, { test: /\.ts$/, include: core, sideEffects: false }],
  },
};
