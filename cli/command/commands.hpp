// SPDX-License-Identifier: Apache-2.0
/// Every command of the program, in the order of its help. Each is one thin file: it reads its options, calls one
/// act or one question, and prints the answer.
#pragma once

namespace merestone {

class Command;
struct Shared;

void add_init(Command& program, const Shared& shared);
void add_import(Command& program, const Shared& shared);
void add_check(Command& program, const Shared& shared);
void add_info(Command& program, const Shared& shared);
void add_at(Command& program, const Shared& shared);
void add_search(Command& program, const Shared& shared);
void add_history(Command& program, const Shared& shared);
void add_compare(Command& program, const Shared& shared);
void add_crosswalk(Command& program, const Shared& shared);
void add_division(Command& program, const Shared& shared);
void add_division_list(Command& division, const Shared& shared);
void add_division_use(Command& division, const Shared& shared);
void add_due(Command& program, const Shared& shared);
void add_line(Command& program, const Shared& shared);
void add_monument(Command& program, const Shared& shared);
void add_inspection(Command& program, const Shared& shared);
void add_dispute(Command& program, const Shared& shared);
void add_document(Command& program, const Shared& shared);
void add_facility(Command& program, const Shared& shared);
void add_grave(Command& program, const Shared& shared);
void add_siting(Command& program, const Shared& shared);
void add_visible(Command& program, const Shared& shared);
void add_cemetery(Command& program, const Shared& shared);
void add_exposure(Command& program, const Shared& shared);
void add_romanise(Command& program, const Shared& shared);
void add_name(Command& program, const Shared& shared);
void add_indicator(Command& program, const Shared& shared);
void add_thematic(Command& program, const Shared& shared);
void add_burial_case(Command& program, const Shared& shared);
void add_ledger(Command& program, const Shared& shared);
void add_new_graves(Command& program, const Shared& shared);
void add_hotspots(Command& program, const Shared& shared);
void add_route(Command& program, const Shared& shared);
void add_officer(Command& program, const Shared& shared);
void add_shelter(Command& program, const Shared& shared);
void add_depot(Command& program, const Shared& shared);
void add_event(Command& program, const Shared& shared);
void add_export(Command& program, const Shared& shared);
void add_tiles(Command& program, const Shared& shared);
void add_report(Command& program, const Shared& shared);
void add_serve(Command& program, const Shared& shared);
void add_demo(Command& program, const Shared& shared);
void add_completion(Command& program);

}  // namespace merestone
