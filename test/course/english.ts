// To be imported before anything else, by tests that read what the course says: in English, wherever they run.
process.env["LC_ALL"] = "C.UTF-8";
delete process.env["npm_config_lang"];
