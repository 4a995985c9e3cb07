// The words of each language, and those of the language that was decided for.
import { language, type Language } from "../course/locale.js";
import { german } from "./words.de.ts";
import { english } from "./words.en.ts";

export const wordsIn: Readonly<Record<Language, typeof english>> = { en: english, de: german };

export const words = wordsIn[language];
