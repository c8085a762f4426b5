// How a page says that it is open, and of which version. Must not know who looks.

/** The lock that a page holds as long as it is open. @param {string} entry address of the page's entry */
export const lockOf = (entry) => `service-academy ${entry}`;
