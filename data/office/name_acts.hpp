// SPDX-License-Identifier: Apache-2.0
/// Acts on names that somebody else has decided already, or that need no decision: each is one act, on its document.
#pragma once

#include "data/office/gazetteer.hpp"
#include "gis/names/application.hpp"

#include <string>
#include <vector>

namespace merestone {

class NameSearch;

/// A name that takes the place of another.
struct Renaming {
  PlaceId place{};
  NameId former{};    ///< no id: the only official one
  PlaceName name{};   ///< text, language, parts, reading, spellings; period and place are given by the act
  Date effective{};
  const NameSearch* names = nullptr;  ///< index to hold the name against; without one all names are read
};
/// The old name becomes a former name of the same place; both are linked. The new one holds as long as the old one would
/// have: until the next renaming, where a later one is on record. The naming checks are run (PN-12): what they block is
/// refused unless the act rests on a document, since then somebody has decided. @throws name.protected while the name is on the
/// protection list without a plan; what check_name() finds.
Recorded rename_place(Project& project, const ActInfo& info, const Renaming& renaming, Carry carry = Carry::out);

/// A name ends and none takes its place; with `with_place` the place itself is gone from that day on.
Recorded abolish_name(Project& project, const ActInfo& info, PlaceId place, NameId name, Date day, bool with_place, Carry carry = Carry::out);

/// What becomes of the signs of a duplicate.
enum class MergedSigns {
  go_over,  ///< they are signs of the place that stays (move_signs()), which name.signs_moved tells
  stay,     ///< with the record that ends: name.signs_stay warns of them
};
/// Two records of one place become one: `duplicate` ends on the day, its names that `survivor` lacks go over as variants,
/// its codes elsewhere, addresses and places on the protection list too; records and names are linked both ways. Warns of what
/// check_merge() finds. @throws name.same_place, name.merged_already.
Recorded merge_places(Project& project, const ActInfo& info, PlaceId duplicate, PlaceId survivor, Date day, Carry carry = Carry::out,
                      MergedSigns signs = MergedSigns::go_over);

/// Puts a name, or with no id all of the place's, on the protection list; the document is the list. @throws conflict
/// name.protected_already.
Recorded protect_name(Project& project, const ActInfo& info, PlaceId place, const NameProtection& protection, Carry carry = Carry::out);

/// A further spelling of a name.
Recorded spell_name(Project& project, const ActInfo& info, PlaceId place, NameId name, const Spelling& spelling, Carry carry = Carry::out);

// Signs (GB 17733). Their state never touches the record of names.
struct SignActed {
  Recorded done;
  Sign sign;
};
/// @throws sign.no_number, sign.in_future, conflict sign.number_held; name.no_official where the place has none on the day; what
/// check_position() finds. Warns of sign.far_away.
SignActed put_up_sign(Project& project, const ActInfo& info, const Sign& sign, Carry carry = Carry::out, bool outside_meant = false);
/// Takes down what was seen. What is wrong (check_sign()) and has no open order yet gets a work order in the same act.
/// @throws missing sign.not_found; sign.in_future, sign.dates; conflict sign.removed.
SignActed inspect_sign(Project& project, const ActInfo& info, const std::string& number, const SignInspection& seen, Carry carry = Carry::out);
/// The work is done: the sign shows `text` from then on (empty: as before). @throws missing sign.no_order.
SignActed finish_sign_order(Project& project, const ActInfo& info, SignOrderId order, Date day, const std::string& by, const std::string& text,
                            Carry carry = Carry::out);
/// The sign stands no longer; its open orders are closed. @throws missing sign.not_found, conflict sign.removed.
SignActed take_down_sign(Project& project, const ActInfo& info, const std::string& number, Date day, Carry carry = Carry::out);
/// Lines and the point that the record has of a place on a day.
SignedGround signed_ground(const PlaceRecord& place, Date day);
/// sign.none for each place that must have a sign by the pack and has none on the day.
std::vector<Finding> missing_signs(const Project& project, Date day);
/// A sign that is to be looked at again.
struct SignTask {
  std::string number;
  std::string text;
  Date due{};
  bool overdue = false;
};
/// By what was known on the day: of each sign that stands the day that its last inspection set, the earliest first.
std::vector<SignTask> sign_tasks(const Project& project, Date today);
/// Signs of all places, or of one.
std::vector<Sign> all_signs(const Project& project, PlaceId place = {}, Revision revision = latest_revision);

}  // namespace merestone
