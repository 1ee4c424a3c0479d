// SPDX-License-Identifier: Apache-2.0
#include "data/db/write_ahead.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <sys/vfs.h>
#include <unistd.h>

namespace merestone {
namespace {

/// What statfs(2) calls ext2 to ext4, XFS, Btrfs, tmpfs, F2FS, ZFS, overlayfs, bcachefs.
constexpr std::array<std::uint32_t, 8> local_file_systems{0xEF53,     0x58465342, 0x9123683E, 0x01021994,
                                                          0xF2F52010, 0x2FC12FC1, 0x794C7630, 0xCA451A4E};

/// Pages in the log before a commit carries them into the file, at two syncs more.
constexpr const char* log_settings = "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864";

/// Whether the file has the journal `mode` afterwards.
bool change_to(sqlite3* db, const char* mode) noexcept {
  const std::string_view wanted{mode};
  const std::string sql = "PRAGMA journal_mode = " + std::string{wanted};
  bool taken = false;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
    const auto* const now = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    taken = now && wanted == now;
  }
  sqlite3_finalize(statement);
  return taken;
}

}  // namespace

bool in_write_ahead(sqlite3* db) noexcept {
  bool found = false;
  const auto look = [](void* out, int, char** columns, char**) {
    *static_cast<bool*>(out) = columns[0] && std::string_view{columns[0]} == "wal";
    return 0;
  };
  sqlite3_exec(db, "PRAGMA journal_mode", look, &found, nullptr);
  return found;
}

bool may_write_ahead(const std::string& path) noexcept {
  struct statfs about {};
  if (statfs(path.c_str(), &about) != 0) return false;
  return std::ranges::find(local_file_systems, static_cast<std::uint32_t>(about.f_type)) != local_file_systems.end();
}

bool take_write_ahead(sqlite3* db) noexcept {
  sqlite3_exec(db, log_settings, nullptr, nullptr, nullptr);
  return change_to(db, "wal");
}

bool empty_write_ahead(sqlite3* db) noexcept {
  return sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
}

void leave_write_ahead(sqlite3* db) noexcept {
  sqlite3_wal_checkpoint_v2(db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  // Two that close at once are in each other's way for a moment, and out of step the next.
  for (const int wait_ms : {0, 3 + static_cast<int>(getpid() % 7), 20}) {
    if (wait_ms > 0) sqlite3_sleep(wait_ms);
    if (change_to(db, "delete")) return;
  }
}

}  // namespace merestone
