import { assert, nat, property, uint8Array } from "fast-check";
import { expect, it } from "vitest";
import { readReceipt, receiptOf } from "./receipt.ts";

const random = uint8Array({ minLength: 12, maxLength: 32 });
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

it("has twelve random characters and two check characters in groups", () => {
  // every byte 0 is the letter 0; the remainder of 0 by 1021 is 0, written 00
  expect(receiptOf(new Uint8Array(12))).toBe("0000-0000-0000-00");
  // the last letter alone is 1: the remainder is 1, written 01
  expect(receiptOf(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))).toBe("0000-0000-0001-01");
  // letters 1 then 0: 32 by 1021 leaves 32, written 1 (=1×32) and 0
  expect(receiptOf(Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]))).toBe("0000-0000-0010-10");
});

it("is read as people type it: full width, small, without hyphens, O for 0, I and L for 1", () => {
  expect(readReceipt("００００ー００００ー０００１ー０１")).toBe("0000-0000-0001-01");
  expect(readReceipt(" oooo oooo oooi ol ")).toBe("0000-0000-0001-01");
  expect(readReceipt("0000-0000-0001-02")).toBeUndefined();
  expect(readReceipt("")).toBeUndefined();
});

it("notices every single wrong character and every swap of two neighbours", () => {
  assert(
    property(random, nat({ max: 13 }), nat({ max: 30 }), (bytes, place, shift) => {
      const plain = receiptOf(bytes).replaceAll("-", "");
      const wrong = letters[(letters.indexOf(plain[place] ?? "") + 1 + shift) % 32];
      expect(readReceipt(plain.slice(0, place) + wrong + plain.slice(place + 1))).toBeUndefined();
      if (place === 13 || plain[place] === plain[place + 1]) return;
      const swapped = `${plain.slice(0, place)}${plain[place + 1]}${plain[place]}${plain.slice(place + 2)}`;
      expect(readReceipt(swapped)).toBeUndefined();
    }),
  );
});
