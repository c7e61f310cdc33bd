/** Tag (印): a word of the city's own by which points are found again, whatever their topic. */
export interface Tag {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}

/** The most characters of a tag's name. */
export const longestTag = 30;
