/** Style sheets go into the bundle by being imported. */
declare module '*.css';
