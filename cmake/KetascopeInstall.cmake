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

foreach(program IN ITEMS ketascope ketascope-gui ketascope-mpi)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT runtime)
  endif()
endforeach()
if(TARGET ketascope-figure)
  # `lib`, not the multiarch folder: the program looks in ../lib/ketascope, seen from itself.
  install(TARGETS ketascope-figure LIBRARY DESTINATION lib/ketascope COMPONENT runtime)
endif()
install(DIRECTORY ${KETASCOPE_MODELS_DIR}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/ketascope COMPONENT runtime OPTIONAL)

# What makes the window a citizen of the desktop: menu entry, icon, file type, entry in software centres.
if(TARGET ketascope-gui)
  set(KETASCOPE_RELEASE_DATE "2026-01-01")
  if(GIT_FOUND)
    execute_process(COMMAND ${GIT_EXECUTABLE} log -1 --format=%cs
      WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
      OUTPUT_VARIABLE release_date OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(release_date)
      set(KETASCOPE_RELEASE_DATE ${release_date})
    endif()
  endif()
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
install(FILES ${PROJECT_SOURCE_DIR}/docs/copyright
  DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/ketascope COMPONENT runtime)
if(UNIX)
  install(FILES ${PROJECT_SOURCE_DIR}/docs/ketascope.1
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
  if(TARGET ketascope-gui)
    install(FILES ${PROJECT_SOURCE_DIR}/docs/ketascope-gui.1
      DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT runtime)
  endif()
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Ketascope developers <ketascope@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "pharmacokinetics of ketamine, from dose to curve")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL runtime)
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
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
