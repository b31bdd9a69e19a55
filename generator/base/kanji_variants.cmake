# Writes the pairs {variant, usual form} of Chinese characters in Japan, as rows of a C++ array, from two files of the
# Unicode Han Database (UAX #38). Run with -DVARIANTS= -DMAPPINGS= -DBZIP2= -DWORK= -DOUTPUT=.
#
# Taken are: the former forms of the government's list of characters for names (kJinmeiyoKanji with a second character);
# kSemanticVariant (髙 高), kZVariant (說 説) and kSpoofingVariant (𠮷 吉).
# Not taken are kSpecializedSemanticVariant, whose meanings only overlap (塚 中), and kSimplifiedVariant with
# kTraditionalVariant: what China merged are different words in Japan (干 乾, 后 後, 台 颱).
# A pair leads from a character that is rare in Japan to one that is usual there (Jōyō or for names), so that two usual
# characters are never one; rare is what is neither usual nor of the first level of JIS X 0208.
# What would have two usual forms (﨑: 崎 and 埼) gets none here; `kanji_variants.cpp` decides.

cmake_minimum_required(VERSION 3.25)

foreach(name VARIANTS MAPPINGS)
  if(${name} MATCHES "\\.bz2$")
    execute_process(COMMAND ${BZIP2} -dc ${${name}} OUTPUT_FILE ${WORK}/${name}.txt COMMAND_ERROR_IS_FATAL ANY)
    set(${name} ${WORK}/${name}.txt)
  endif()
endforeach()

file(STRINGS ${MAPPINGS} lines REGEX "\tk(JoyoKanji|JinmeiyoKanji|Jis0)\t")
foreach(line IN LISTS lines)
  string(REGEX MATCH "^U\\+([0-9A-F]+)\tk([A-Za-z0-9]+)\t(.*)$" found "${line}")
  set(character ${CMAKE_MATCH_1})
  set(field ${CMAKE_MATCH_2})
  set(value "${CMAKE_MATCH_3}")
  if(field STREQUAL "Jis0")
    if(value LESS 4800)
      set(frequent_${character} TRUE)
    endif()
  elseif(value MATCHES ":U\\+([0-9A-F]+)")
    set(former_${character} ${CMAKE_MATCH_1})
  else()
    set(usual_${character} TRUE)
  endif()
endforeach()

function(add_form rare usual)
  if(usual_${usual} AND NOT usual_${rare} AND NOT frequent_${rare} AND NOT usual IN_LIST forms_${rare})
    set(forms_${rare} ${forms_${rare}} ${usual} PARENT_SCOPE)
    set(rare_characters ${rare_characters} ${rare} PARENT_SCOPE)
  endif()
endfunction()

file(STRINGS ${VARIANTS} lines REGEX "\tk(Semantic|Z|Spoofing)Variant\t")
foreach(line IN LISTS lines)
  string(REGEX MATCHALL "U\\+[0-9A-F]+" characters "${line}")
  list(TRANSFORM characters REPLACE "U\\+" "")
  list(POP_FRONT characters one)
  foreach(other IN LISTS characters)
    add_form(${one} ${other})
    add_form(${other} ${one})
  endforeach()
endforeach()

file(STRINGS ${MAPPINGS} lines REGEX "\tkJinmeiyoKanji\t.*:U\\+")
foreach(line IN LISTS lines)
  string(REGEX MATCH "^U\\+([0-9A-F]+)" found "${line}")
  set(forms_${CMAKE_MATCH_1} ${former_${CMAKE_MATCH_1}})
  list(APPEND rare_characters ${CMAKE_MATCH_1})
endforeach()

list(REMOVE_DUPLICATES rare_characters)
set(rows "")
foreach(rare IN LISTS rare_characters)
  list(LENGTH forms_${rare} count)
  if(count EQUAL 1)
    string(APPEND rows "{0x${rare}, 0x${forms_${rare}}},\n")
  endif()
endforeach()
file(WRITE ${OUTPUT} "${rows}")
