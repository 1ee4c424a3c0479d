// SPDX-License-Identifier: Apache-2.0
#include "data/db/spatialite_library.hpp"

#include "data/db/refusal.hpp"

#include <dlfcn.h>

#include <spatialite.h>  // does not compile unless sqlite3.h came first

namespace merestone {
namespace {

struct Library {
  decltype(&spatialite_alloc_connection) allocate = nullptr;
  decltype(&spatialite_init_ex) initialise = nullptr;
  decltype(&spatialite_cleanup_ex) clean_up = nullptr;
};

template <class Function>
void find(void* library, const char* name, Function*& function) {
  function = reinterpret_cast<Function*>(dlsym(library, name));
  if (!function) refuse(Fault::unavailable, "store.no_spatialite", std::string{"SpatiaLite lacks "} + name);
}

/// Debian 12 has version 7 of the interface, Ubuntu 24.04 version 8; what we call is the same in both.
const Library& library() {
  static const Library loaded = [] {
    void* handle = nullptr;
    for (const char* name : {"libspatialite.so.7", "libspatialite.so.8", "libspatialite.so"}) {
      if (!handle) handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    }
    if (!handle) refuse(Fault::unavailable, "store.no_spatialite", dlerror());
    Library functions;
    find(handle, "spatialite_alloc_connection", functions.allocate);
    find(handle, "spatialite_init_ex", functions.initialise);
    find(handle, "spatialite_cleanup_ex", functions.clean_up);
    return functions;
  }();
  return loaded;
}

}  // namespace

SpatialiteFunctions::SpatialiteFunctions(sqlite3* db) : cache_{library().allocate(), library().clean_up} {
  library().initialise(db, cache_.get(), 0);
}

}  // namespace merestone
