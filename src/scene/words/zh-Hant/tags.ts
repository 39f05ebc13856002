/** The tags of pages that are read in traditional Chinese. */
export const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;
