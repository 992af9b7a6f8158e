# SPDX-License-Identifier: GPL-3.0-or-later
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/ketascope)

set(libraries "")
foreach(layer IN ITEMS core io app)
  list(APPEND libraries ketascope_${layer})
endforeach()
install(TARGETS ${libraries} EXPORT ketascope-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES ${PROJECT_BINARY_DIR}/include/ketascope/version.hpp
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/ketascope COMPONENT development)
install(EXPORT ketascope-targets NAMESPACE ketascope:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/ketascopeConfig.cmake.in
  ${PROJECT_BINARY_DIR}/ketascopeConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ketascopeConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ketascopeConfig.cmake ${PROJECT_BINARY_DIR}/ketascopeConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT development)

foreach(program IN ITEMS ketascope ketascope-gui)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
  endif()
endforeach()
# A package of its own: nobody should have to install MPI for a window.
if(TARGET ketascope-mpi)
  install(TARGETS ketascope-mpi RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT mpi)
endif()
# `lib`, not the multiarch folder: the program looks in ../lib/ketascope, seen from itself.
foreach(plugin IN ITEMS ketascope-figure ketascope-fit)
  if(TARGET ${plugin})
    install(TARGETS ${plugin} LIBRARY DESTINATION lib/ketascope COMPONENT runtime)
  endif()
endforeach()
install(DIRECTORY ${KETASCOPE_MODELS_DIR}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/ketascope COMPONENT runtime OPTIONAL)

# The day of the last commit, as 2026-01-31 and as Debian's change logs have it.
set(KETASCOPE_RELEASE_DATE "2026-01-01")
set(KETASCOPE_RELEASE_TIME "Thu, 01 Jan 2026 00:00:00 +0000")
if(GIT_FOUND)
  foreach(form IN ITEMS DATE:%cs TIME:%cD)
    string(REGEX MATCH "^([A-Z]+):(.*)$" unused ${form})
    execute_process(COMMAND ${GIT_EXECUTABLE} log -1 --format=${CMAKE_MATCH_2}
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
      OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(found)
      set(KETASCOPE_RELEASE_${CMAKE_MATCH_1} ${found})
    endif()
  endforeach()
endif()

# What makes the window a citizen of the desktop: menu entry, icon, file type, entry in software centres.
if(TARGET ketascope-gui)
  set(desktop_id org.ketascope.Ketascope)
  set(desktop_files ${PROJECT_SOURCE_DIR}/ui/resources)
  configure_file(${desktop_files}/${desktop_id}.metainfo.xml.in ${PROJECT_BINARY_DIR}/${desktop_id}.metainfo.xml @ONLY)
  install(FILES ${desktop_files}/${desktop_id}.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT runtime)
  install(FILES ${desktop_files}/ketascope.svg RENAME ${desktop_id}.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps COMPONENT runtime)
  install(FILES ${desktop_files}/${desktop_id}.mime.xml RENAME ${desktop_id}.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages COMPONENT runtime)
  install(FILES ${PROJECT_BINARY_DIR}/${desktop_id}.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT runtime)
endif()

# Compressed as Debian wants it; without a time stamp, so that two builds give the same bytes.
function(ketascope_install_compressed source destination component)
  cmake_path(GET source FILENAME name)
  set(compressed ${PROJECT_BINARY_DIR}/compressed/${component}/${name}.gz)
  cmake_path(GET compressed PARENT_PATH folder)
  file(MAKE_DIRECTORY ${folder})
  execute_process(COMMAND gzip -9nc ${source} OUTPUT_FILE ${compressed} COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  install(FILES ${compressed} DESTINATION ${destination} COMPONENT ${component})
endfunction()

# ketascope_describe(<component> <package> <program>...): licence, change log and manual pages.
function(ketascope_describe component package)
  set(KETASCOPE_PACKAGE ${package})
  set(changelog ${PROJECT_BINARY_DIR}/${package}/changelog)
  configure_file(${PROJECT_SOURCE_DIR}/docs/changelog.in ${changelog} @ONLY)
  ketascope_install_compressed(${changelog} ${CMAKE_INSTALL_DATADIR}/doc/${package} ${component})
  install(FILES ${PROJECT_SOURCE_DIR}/docs/copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
  foreach(program IN LISTS ARGN)
    if(TARGET ${program})
      ketascope_install_compressed(${PROJECT_SOURCE_DIR}/docs/${program}.1 ${CMAKE_INSTALL_MANDIR}/man1 ${component})
    endif()
  endforeach()
endfunction()
ketascope_describe(runtime ketascope ketascope ketascope-gui)
set(components runtime)
if(TARGET ketascope-mpi)
  ketascope_describe(mpi ketascope-mpi ketascope-mpi)
  list(APPEND components mpi)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Ketascope developers <ketascope@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "pharmacokinetics of ketamine, from dose to curve")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ketascope)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"Computes concentrations of ketamine and its metabolites with published models,
each number with its source, and shows them against the ranges that studies tie
to an effect. A window with scenarios, comparison, lessons and reports, and a
command line. For teaching and research; not for dosing decisions.")
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library name tells: the platform plug-in that draws on X11, and the font of the figures.
if(TARGET ketascope-gui)
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_DEPENDS "qt6-qpa-plugins, libqt6svg6, fonts-dejavu-core")
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "graphviz, libnetcdf19, qt6-wayland, qt6-translations-l10n")
else()
  set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS "graphviz, libnetcdf19")
endif()
set(CPACK_DEBIAN_MPI_PACKAGE_NAME ketascope-mpi)
set(CPACK_DEBIAN_MPI_PACKAGE_DEPENDS "ketascope (= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_MPI_PACKAGE_RECOMMENDS openmpi-bin)
set(CPACK_COMPONENT_MPI_DESCRIPTION
"Virtual patients of Ketascope on many processors
Runs the population scenarios of Ketascope under MPI, on one machine or on a
cluster, with checkpoints. The result is that of a single machine, bit for bit.")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
