// The words of the language that was decided for.
import { language } from "./locale.js";
import { german } from "./words.de.ts";
import { english } from "./words.en.ts";

export const words: typeof english = { en: english, de: german }[language];
