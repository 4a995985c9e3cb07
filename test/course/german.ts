// To be imported before anything else, by tests that read what the course says in German, wherever they run.
import "./english.ts";
import { setLanguage } from "../tutor/course/locale.js";

setLanguage("de");
process.env["npm_config_lang"] = "de"; // For the commands that they start.
