// SPDX-License-Identifier: Apache-2.0
/// The record of names, as rows: places with all that is known of them.
#pragma once

#include "data/store/fact_writer.hpp"
#include "gis/names/place_record.hpp"

#include <span>
#include <string>
#include <vector>

namespace merestone {

/// Places by id, both ends included; all of them when not said.
struct PlaceRange {
  PlaceId first{1};
  PlaceId last{2'147'483'647};
  static PlaceRange one(PlaceId id) { return {id, id}; }
};

/// Every period of everything, in the order of ids. Rows of before the record of names are read with what they have:
/// a name is then one of its own, recorded, with the period of its days.
std::vector<PlaceRecord> read_place_records(Connection& connection, Revision revision, const PlaceRange& range);

std::vector<PlaceId> places_with_name(Connection& connection, Revision revision, const std::string& text);
std::vector<PlaceId> places_with_code(Connection& connection, Revision revision, const std::string& system, const std::string& code);
std::vector<PlaceId> places_with_local_id(Connection& connection, Revision revision, const std::string& local_id);
std::vector<PlaceId> places_of_division(Connection& connection, Revision revision, DivisionId division);

/// New places with everything in them; gives ids to places, names and signs.
void add_place_records(FactWriter& writer, std::span<PlaceRecord> records, DocumentId document);

// Further facts about places on record: each has its place's id; `fact` is given.
/// A further version of a place: its days, position, class in the source's words.
void add_place_version(FactWriter& writer, PlaceRecord& record, DocumentId document);
/// Names whose id is 0 are new; others get a further version. Spellings with `fact` 0 are added.
void add_names(FactWriter& writer, std::span<PlaceName* const> names);
/// What is known of names whose text and period stay: takes the place of what `detail` numbers, if anything; and spellings
/// with `fact` 0.
void add_name_details(FactWriter& writer, std::span<PlaceName> names);
/// Spellings with `fact` 0 alone.
void add_spellings(FactWriter& writer, std::span<PlaceName* const> names);
void add_replacements(FactWriter& writer, PlaceId place, PlaceId former_place, std::span<NameReplacement> replacements);
void add_place_codes(FactWriter& writer, PlaceId place, std::span<PlaceCode> codes);
void add_place_divisions(FactWriter& writer, PlaceId place, std::span<PlaceDivision> divisions);
void add_place_link(FactWriter& writer, PlaceLink& link);
void add_protections(FactWriter& writer, PlaceId place, std::span<NameProtection> protections);

/// Classes, attributes, codes, divisions, aliases and shapes with `fact` 0; with `head` what is known of the place too.
void add_place_details(FactWriter& writer, PlaceRecord& record, bool head);
void add_place_classes(FactWriter& writer, PlaceId place, std::span<PlaceClass> classes);
/// A version of a place that an undone act took away, again.
void restore_place(FactWriter& writer, PlaceRecord& place);

/// Takes a version of a name off the record; what replaces it is added apart.
void supersede_names(FactWriter& writer, std::span<const PlaceName* const> names);

}  // namespace merestone
