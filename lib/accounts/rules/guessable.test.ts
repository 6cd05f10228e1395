import { expect, it } from "vitest";
import { whyGuessable } from "./guessable";

const known = ["ada.lovelace@example.com", "Ada Lovelace"];

it.each([
  "password123",
  "Password1234!",
  "aaaaaaaaaaaa",
  "abababababab",
  "1234567890",
  "qwertyuiop12",
  "lovelace2026",
  "abcdefghij",
  "letmein!!!12",
])("refuses %s", (password) => {
  expect(whyGuessable(password, known)).not.toBeNull();
});

it.each([
  "correct horse battery staple",
  "fXq7-Lm2p-Zr9t",
  "summer rain on tin roofs",
  "lovelace wrote the first programme",
])("accepts %s", (password) => {
  expect(whyGuessable(password, known)).toBeNull();
});
