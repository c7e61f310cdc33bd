/** A value below zero as official papers write it: 「△173人」; 「−」 alone stands for what has no value. */
export function officialMinus(value: string): string {
  return value.replaceAll(/−(?=\d)/g, "△");
}
