#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a shell sees: help with an example each, completion, version, quiet pipes."""
import pathlib
import re
import shutil
import subprocess
import unittest

import program

# Those without which the main job cannot be done.
COMMANDS = ("init", "import", "check", "info", "at", "export", "tiles", "report", "serve", "demo", "completion")


class Shell(program.Case):
    def commands(self):
        found = re.findall(r"^  (\w+) +\w", self.ends(0, "--help").stdout.split("Subcommands:")[1], re.M)
        self.assertLessEqual(set(COMMANDS), set(found))
        return found

    def test_help_of_every_command_has_an_example(self):
        for command in self.commands():
            said = self.ends(0, command, "--help").stdout
            self.assertRegex(said, r"Example:  (source <\()?merestone " + command, command)

    def test_the_version(self):
        self.assertRegex(self.ends(0, "--version").stdout, r"^merestone \d+\.\d+\.\d+\n$")

    def test_completion_knows_every_command_and_option(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.ends(0, "completion", shell).stdout
            for command in self.commands():
                self.assertIn(command, script, shell)
                for option in re.findall(r"--([a-z-]+)", self.ends(0, command, "--help").stdout.split("Example:")[0]):
                    if option not in ("help",):
                        self.assertIn(option, script, f"{shell} {command}")
            self.shell_accepts(shell, script)

    def shell_accepts(self, shell, script):
        if shutil.which(shell) is None:
            print(f"{shell} is not installed: its script is only searched")
            return
        path = pathlib.Path(self.folder) / f"completion.{shell}"
        path.write_text(script)
        subprocess.run([shell, "-n", path], check=True, capture_output=True)

    def test_bash_completes(self):
        (self.folder / "c.bash").write_text(self.ends(0, "completion", "bash").stdout)

        def complete(*words):
            quoted = " ".join(f"'{word}'" for word in words)
            script = f"source ./c.bash; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _merestone; printf '%s\\n' \"${{COMPREPLY[@]}}\""
            return set(subprocess.run(["bash", "-c", script], cwd=self.folder, text=True, capture_output=True).stdout.split())

        self.assertLessEqual({"import", "info", "init"}, complete("merestone", "i"))
        self.assertEqual({"--valid-from"}, complete("merestone", "import", "--valid"))
        self.assertIn("--project", complete("merestone", "at", "--p"))
        self.assertEqual({"c.bash"}, complete("merestone", "import", "c."))

    def test_no_progress_where_nobody_looks(self):
        self.ends(0, "init")
        done = self.ends(0, *program.import_words("units.csv", "divisions"))
        self.assertNotIn("\r", done.stdout + done.stderr)

    def test_output_that_cannot_be_written(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([program.MERESTONE, "--help"], stdout=full, stderr=subprocess.PIPE, env=program.ENVIRONMENT)
        with open("/dev/full", "w") as full:
            self.ends(0, "init")
            done = subprocess.run([program.MERESTONE, "info"], stdout=full, stderr=subprocess.PIPE, env=program.ENVIRONMENT, cwd=self.folder)
        self.assertEqual(5, done.returncode)


if __name__ == "__main__":
    unittest.main()
