// SPDX-License-Identifier: Apache-2.0
/// Disasters and their reports, as rows.
#pragma once

#include "data/store/division_store.hpp"
#include "gis/relief/event.hpp"

#include <span>

namespace merestone {

/// By number, oldest first.
std::vector<Kept<DisasterEvent>> read_events(Connection& connection, Revision revision);
/// In the order of recording.
std::vector<EventFigure> read_event_figures(Connection& connection, Revision revision, EventId event);

/// Without id a new one, which is returned; with id a further version.
EventId add_event(FactWriter& writer, const DisasterEvent& event, DocumentId document);
void add_event_figures(FactWriter& writer, std::span<const EventFigure> figures, DocumentId document);

}  // namespace merestone
