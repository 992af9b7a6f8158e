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
if(TARGET ketascope-figure)
  # `lib`, not the multiarch folder: the program looks in ../lib/ketascope, seen from itself.
  install(TARGETS ketascope-figure LIBRARY DESTINATION lib/ketascope COMPONENT runtime)
endif()
install(DIRECTORY ${KETASCOPE_MODELS_DIR}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/ketascope COMPONENT runtime OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Ketascope developers <ketascope@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME ketascope)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
