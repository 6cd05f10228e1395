/** A run that has said nothing for so long has lost its process. */
export const SILENT_S = 30;
