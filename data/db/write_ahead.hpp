// SPDX-License-Identifier: Apache-2.0
/// SQLite's two journals, and which of them a project file is written with.
///
/// The rollback journal costs five disk syncs an act and leaves one plain file that can be copied, sent and read from
/// anywhere. The write-ahead log costs one, and shuts no reader out; but large acts are written twice, and while
/// anybody has the file open two more stand beside it. So a process takes the log when it has done a few acts, and
/// whoever is last to close the file puts it back.
#pragma once

#include "data/db/sqlite.hpp"

#include <string>

namespace merestone {

/// Acts of one process after which the log pays for being taken and put back, which is some fifteen syncs.
inline constexpr int acts_before_write_ahead = 4;

bool in_write_ahead(sqlite3* db) noexcept;

/// The log must neither be taken nor joined there: it needs memory that all processes with the file open share: false on network file systems, and on those that
/// are not known to be local.
bool may_write_ahead(const std::string& path) noexcept;

/// Whether the log is in use afterwards. It stays as it was when another process is in the way.
bool take_write_ahead(sqlite3* db) noexcept;

/// Brings everything into the file and empties the log. False where a reader keeps it up for as long as one is waited for.
bool empty_write_ahead(sqlite3* db) noexcept;

/// Brings everything into the file; puts the rollback journal back unless somebody else has the file open.
/// No statement may be under way.
void leave_write_ahead(sqlite3* db) noexcept;

}  // namespace merestone
