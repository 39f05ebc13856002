/* eslint-disable @typescript-eslint/no-empty-object-type -- They are empty until an author fills them in. */
/**
 * Names that an author's own modules register, for types alone: what is written here may stand in attributes of JSX and in calls, beside
 * the library's own names.
 *
 *     declare module 'pair-atlas/extend' {
 *       interface RegisteredMethods { deviation: true }
 *     }
 */
export interface RegisteredSchemes {}
export interface RegisteredMethods {}
export interface RegisteredLanguages {}
export interface RegisteredKinds {}
