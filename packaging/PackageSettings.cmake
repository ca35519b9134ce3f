# SPDX-FileCopyrightText: The Overlap authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: ./dev package, or cpack in a build folder.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME overlap)
set(CPACK_PACKAGE_VENDOR "The Overlap authors")
set(CPACK_PACKAGE_CONTACT "The Overlap authors <authors@overlap.invalid>") # no address yet, and .invalid says so
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "desktop laboratory for concurrency")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Overlap runs the same work one after the other, on threads and in other ways,
shows every worker on one clock, and measures what it gained.
.
Someone picks a workload, picks the ways to run it and the number of workers,
and presses Run. Each strategy really does the work, and every change of
state of every worker is recorded: computing, waiting, waiting for work,
starting, idle. The lanes fill while this happens, and the timings beside
them say what it was worth.
.
overlap is the window, overlap-cli the command line. Traffic stays on this
machine unless an experiment names another address.")
# The typeface that the window is drawn for, the words of Qt's own dialogs, and Wayland without an X server between.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, qt6-translations-l10n, qt6-wayland")

include(CPack)
