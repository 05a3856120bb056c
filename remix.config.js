/** Options of Remix. Vite does not read this file by itself: vite.config.ts imports it. */
export const remixConfig = {
  appDirectory: 'app',
  // The start scripts build beside the one in use, then swap.
  buildDirectory: process.env.HUB_BUILD_DIRECTORY ?? 'build',
  ignoredRouteFiles: ['**/*.css', '**/*.test.*', '**/.*'],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: false,
    // Off for good on 2.x: the turbo-stream decoder behind it has an unfixed denial of service.
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};

export default remixConfig;
