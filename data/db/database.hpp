// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "data/db/connection.hpp"

namespace merestone {

enum class Access { read, write };

/// What stands at `location`: "postgresql://…" or a libpq conninfo with "dbname=" is PostGIS, all else a file path.
Engine engine_of(std::string_view location);

/// Opens an existing project database whose schema is the one of this program. Opening a file for writing brings
/// an older schema up to date; reading changes nothing, and puts nothing beside a file that nobody is writing to.
/// @throws Error missing store.no_project; invalid store.not_a_project; conflict store.newer_schema,
/// store.older_schema (only when reading); unavailable store.connection, store.io, store.damaged.
std::unique_ptr<Connection> open_database(const std::string& location, Access access);

/// Makes a new project database with the newest schema and lets `fill` write to it, in one transaction. Another
/// process sees all of it or nothing; a file is made under another name and moved into place.
/// @throws Error conflict store.project_exists when something stands at `location`.
void create_database(const std::string& location, const std::function<void(Connection&)>& fill);

}  // namespace merestone
