// SPDX-License-Identifier: Apache-2.0
/// Every command of the program, in the order of its help. Each is one thin file: it reads its options, calls one
/// act or one question, and prints the answer.
#pragma once

namespace CLI {
class App;
}

namespace merestone {

struct Shared;

void add_init(CLI::App& program, const Shared& shared);
void add_import(CLI::App& program, const Shared& shared);
void add_check(CLI::App& program, const Shared& shared);
void add_info(CLI::App& program, const Shared& shared);
void add_at(CLI::App& program, const Shared& shared);
void add_search(CLI::App& program, const Shared& shared);
void add_history(CLI::App& program, const Shared& shared);
void add_compare(CLI::App& program, const Shared& shared);
void add_crosswalk(CLI::App& program, const Shared& shared);
void add_division(CLI::App& program, const Shared& shared);
void add_due(CLI::App& program, const Shared& shared);
void add_line(CLI::App& program, const Shared& shared);
void add_monument(CLI::App& program, const Shared& shared);
void add_inspection(CLI::App& program, const Shared& shared);
void add_dispute(CLI::App& program, const Shared& shared);
void add_romanise(CLI::App& program, const Shared& shared);
void add_name(CLI::App& program, const Shared& shared);
void add_export(CLI::App& program, const Shared& shared);
void add_tiles(CLI::App& program, const Shared& shared);
void add_report(CLI::App& program, const Shared& shared);
void add_serve(CLI::App& program, const Shared& shared);
void add_demo(CLI::App& program, const Shared& shared);
void add_completion(CLI::App& program);

}  // namespace merestone
