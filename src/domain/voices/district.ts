/** District (地区): how the city divides itself when it listens (中学校区 …). */
export interface District {
  readonly id: string;
  readonly name: string;
  readonly position: number;
}
