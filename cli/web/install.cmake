# SPDX-License-Identifier: Apache-2.0
# cmake -DDIR=<folder with package-lock.json> -DNPM=<npm> -P install.cmake
# Installs the packages of the lock file, only when they are not there or the lock file has changed.
# Several builds may ask at once: the first installs, the others wait and find it done.
set(mark "${DIR}/node_modules/.installed-lock.json")
file(LOCK "${DIR}/install.lock.tmp" TIMEOUT 600)
if(EXISTS "${mark}")
  file(SHA256 "${mark}" installed)
  file(SHA256 "${DIR}/package-lock.json" wanted)
  if(installed STREQUAL wanted)
    return()
  endif()
endif()
execute_process(COMMAND "${NPM}" ci --ignore-scripts --no-fund --no-audit --loglevel=error
                WORKING_DIRECTORY "${DIR}" RESULT_VARIABLE failed OUTPUT_QUIET)
if(failed)
  message(FATAL_ERROR "npm could not install the packages of ${DIR}/package-lock.json (is the registry reachable?)")
endif()
file(COPY_FILE "${DIR}/package-lock.json" "${mark}")
