// SPDX-License-Identifier: Apache-2.0
/// Linked Places Format 1.3 (GeoJSON-LD; github.com/LinkedPasts/linked-places-format): places with names, types, shapes,
/// relations and links, each with the time in which it held.
#pragma once

#include "data/exchange/read_gazetteer.hpp"
#include "data/office/name_handing_out.hpp"

#include <string>

namespace merestone {

/// One feature collection. `base` goes before the number of a place and makes its IRI. What the format has no word for
/// (kind, status, reading, spellings, period as EDTF) stands under our own prefix "mere:", which readers pass over and
/// read_linked_places() takes back: what went out comes in as it was. Longitude before latitude.
std::string to_linked_places(const NamesHandedOut& names, const std::string& base);

/// A feature collection, or one feature. Names without our own words: the one that is the title is official, one that
/// ended a former one, others are variants. Links that match exactly or closely become codes elsewhere ("gn:", "wd:" and
/// the web addresses of GeoNames and Wikidata are known); relations and depictions stay behind, which is told
/// (name.set_aside). Findings of features, by number: name.bad_feature. The first 512 MB of a file are the most.
/// @throws missing cli.no_file; invalid name.not_linked_places for a file that is no JSON, or another kind of it.
GazetteerDelivery read_linked_places(const std::string& path);

}  // namespace merestone
