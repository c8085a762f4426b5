#include "tools/coursec/compile.h"

#include "course/glossary.h"
#include "course/pack.h"
#include "course/resolve.h"
#include "tools/coursec/course_checks.h"
#include "tools/coursec/house_rules.h"
#include "tools/coursec/inventory.h"
#include "tools/coursec/lab_checks.h"
#include "tools/coursec/language_checks.h"
#include "tools/coursec/leftovers.h"
#include "tools/coursec/path_checks.h"
#include "tools/coursec/prose_checks.h"
#include "tools/coursec/suggestions.h"
#include "tools/coursec/terms.h"

#include <algorithm>
#include <deque>
#include <set>
#include <string_view>
#include <utility>

namespace coursec {

using base::Error;
using base::Fault;
using base::Json;

namespace {

std::string textOf(const Json* value) {
    const auto* text = value ? value->get_ptr<const std::string*>() : nullptr;
    return text ? *text : "";
}

Json* member(Json& value, const char* name) {
    auto* object = value.get_ptr<Json::object_t*>();
    if (!object) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &found->second;
}

const Json* member(const Json& value, const char* name) { return member(const_cast<Json&>(value), name); }

std::vector<Json> elementsOf(const Json* value) {
    const auto* array = value ? value->get_ptr<const Json::array_t*>() : nullptr;
    return array ? *array : std::vector<Json>();
}

/// Where a part of a pack comes from: everything below `inPack` is `inFile` of that document.
struct Origin {
    std::string inPack;
    const Worded* document = nullptr; ///< null: put there by the compiler from what is checked elsewhere
    std::string inFile;
};

/// A pack in the making.
struct Draft {
    std::string name; ///< "course", "M2"
    Json json;
    std::vector<Origin> origins;
};

/// One module of course.json with its files.
struct ModuleFiles {
    std::string id;
    std::vector<Worded> lessons;
    Worded bank;
};

class Compiler {
public:
    Compiler(const Sources& sources, Faults& faults) : faults_(faults), documents_(sources, parseFaults_) {}

    Compiled run() {
        gather();
        checkFiles();
        for (const std::string& language : documents_.languages()) compileLanguage(language);
        // After the others: what holds only in a sound course must not be silent because of a comma.
        checkHouseRules(documents_, found_, compiled_.advice);
        checkProse(documents_, found_, compiled_.advice);
        takeInventory();
        addSuggestions(documents_, found_);
        sortFaults();
        compiled_.languages = documents_.languages().size();
        for (const ModuleFiles& module : modules_) compiled_.lessons += module.lessons.size();
        for (const auto& [name, bytes] : compiled_.packs) compiled_.bytes += bytes.size();
        return std::move(compiled_);
    }

private:
    // ---- which files there are
    // ---------------------------------------------------------------------------------------

    void gather() {
        course_ = documents_.worded("course", found_);
        if (hasGlossary()) glossary_ = documents_.worded("glossary", found_);
        const Json nothing = Json::object();
        const Json& structure = course_.structure ? *course_.structure : nothing;
        const std::vector<Json> modules = elementsOf(member(structure, "modules"));
        for (std::size_t index = 0; index < modules.size(); ++index) {
            ModuleFiles& files = modules_.emplace_back();
            files.id = textOf(member(modules[index], "id"));
            if (files.id.empty()) continue;
            for (const Json& lesson : elementsOf(member(modules[index], "lessons")))
                if (lesson.is_string())
                    files.lessons.push_back(documents_.worded(files.id + '/' + textOf(&lesson), found_));
            files.bank = documents_.worded(files.id + "/items", found_);
        }
    }

    /// What holds for the files as they lie there, in whatever language.
    void checkFiles() {
        std::set<std::string> known = {inventoryFile, houseRulesFile};
        const auto take = [this, &known](const Worded& document) {
            known.insert(document.structureFile());
            for (const std::string& language : documents_.languages()) known.insert(document.wordsFile(language));
            checkSameMembers(document, found_);
        };
        take(course_);
        checkPaths(course_, found_);
        if (hasGlossary()) take(glossary_);
        for (const ModuleFiles& module : modules_) {
            if (module.id.empty()) continue;
            for (const Worded& lesson : module.lessons) {
                take(lesson);
                checkName(lesson, "id", lesson.stem.substr(module.id.size() + 1));
            }
            take(module.bank);
            checkName(module.bank, "module", module.id);
            checkBankMembers(module.bank);
        }
        for (const std::string& language : documents_.languages()) {
            known.insert(interfaceFile(language));
            known.insert(restWordsFile(language));
            known.insert(labFile(language));
            if (hasLab() && !documents_.has(labFile(language)))
                found_.push_back({Fault::missing,
                                  "The file is missing: the question lab needs words in " + language + ".",
                                  labFile(language)});
        }
        for (const std::string& path : documents_.paths())
            if (known.count(path) == 0)
                found_.push_back({Fault::unknownId,
                                  "The file belongs to nothing in course.json. List it there, or remove it.", path});
        checkInterface(documents_, found_);
    }

    void takeInventory() {
        std::vector<Taught> taught;
        for (const ModuleFiles& module : modules_) {
            for (const Worded& lesson : module.lessons) taught.push_back({&lesson, true});
            taught.push_back({&module.bank, false});
        }
        compiled_.coverage = coverageOf(documents_, taught, found_, compiled_.advice);
    }

    void checkName(const Worded& document, const char* name, const std::string& due) {
        if (!document.structure) return;
        const Json* value = member(*document.structure, name);
        if (!value || textOf(value) != due)
            found_.push_back({Fault::contradiction,
                              "\"" + std::string(name) + "\" must be \"" + due + "\", as the file's place says.",
                              document.structureFile() + "#/" + name});
    }

    void checkBankMembers(const Worded& bank) {
        const auto* members = bank.structure ? bank.structure->get_ptr<const Json::object_t*>() : nullptr;
        if (!members) return;
        for (const auto& [name, value] : *members)
            if (name != "module" && name != "items")
                found_.push_back(
                    leftover(name, bank.structureFile() + '#' + base::pointerStep(name), {"module", "items"}));
    }

    static std::string labFile(const std::string& language) { return "lab/" + language + ".json"; }

    /// A course may do without a question lab; one that has it has it in every language.
    [[nodiscard]] bool hasLab() const {
        const std::vector<std::string>& languages = documents_.languages();
        return std::any_of(languages.begin(), languages.end(),
                           [this](const std::string& language) { return documents_.has(labFile(language)); });
    }

    /// The same holds for a glossary.
    [[nodiscard]] bool hasGlossary() const {
        const std::vector<std::string> paths = documents_.paths();
        return std::any_of(paths.begin(), paths.end(),
                           [](const std::string& path) { return path.compare(0, 9, "glossary.") == 0; });
    }

    // ---- one language
    // ------------------------------------------------------------------------------------------------

    /// A document in this language; an empty object when its structure is not there.
    Json resolved(const Worded& document, const std::string& language) {
        const auto words = document.words.find(language);
        if (!document.structure || !document.structure->is_object()) {
            if (document.structure)
                found_.push_back({Fault::wrongType, "The file must be one object {…}.", document.structureFile()});
            return Json::object();
        }
        if (words == document.words.end()) return *document.structure;
        return course::resolve(*document.structure, *words->second, document.wordsFile(language), found_);
    }

    static Json header(const std::string& kind, const std::string& language) {
        Json json = Json::object();
        json["format"] = "service-academy-pack";
        json["formatVersion"] = course::packFormatVersion;
        json["kind"] = kind;
        json["language"] = language;
        return json;
    }

    Draft draftModule(const ModuleFiles& files, const Json& version, const std::string& language) {
        Draft draft{files.id, header("module", language), {{"", nullptr, ""}}};
        draft.json["id"] = files.id;
        draft.json["contentVersion"] = version;
        Json lessons = Json::array();
        for (const Worded& lesson : files.lessons) {
            if (!lesson.structure) continue;
            draft.origins.push_back({"/lessons/" + std::to_string(lessons.size()), &lesson, ""});
            lessons.push_back(resolved(lesson, language));
        }
        draft.json["lessons"] = std::move(lessons);
        draft.json["items"] = Json::array();
        if (files.bank.structure) {
            Json bank = resolved(files.bank, language);
            draft.origins.push_back({"/items", &files.bank, "/items"});
            if (Json* items = member(bank, "items")) {
                draft.json["items"] = std::move(*items);
            } else {
                found_.push_back(
                    {Fault::missing, "\"items\" is missing. Add it.", files.bank.structureFile() + "#/items"});
            }
        }
        return draft;
    }

    /// What the outline says of a lesson: enough to show progress without opening it.
    static Json outlineOf(const Json& lesson) {
        Json outline = Json::object();
        for (const char* name : {"id", "title", "minutes"})
            if (const Json* value = member(lesson, name)) outline[name] = *value;
        Json steps = Json::array();
        for (const Json& step : elementsOf(member(lesson, "steps"))) steps.push_back(textOf(member(step, "id")));
        outline["steps"] = std::move(steps);
        return outline;
    }

    Draft draftCourse(Json course, const std::vector<Draft>& modules, const std::string& language) {
        dropNeeds(course);
        Draft draft{"course",
                    header("course", language),
                    {{"", &course_, ""}, {"/words", nullptr, ""}, {"/lab", nullptr, ""}, {"/glossary", nullptr, ""}}};
        if (Json* outlines = member(course, "modules")) {
            auto* array = outlines->get_ptr<Json::array_t*>();
            for (std::size_t index = 0; array && index < array->size(); ++index) {
                Json* lessons = member((*array)[index], "lessons");
                if (!lessons || !lessons->is_array()) continue;
                *lessons = Json::array();
                for (const Json& lesson : elementsOf(member(modules[index].json, "lessons")))
                    lessons->push_back(outlineOf(lesson));
                draft.origins.push_back({"/modules/" + std::to_string(index) + "/lessons", nullptr, ""});
            }
        }
        if (auto* members = course.get_ptr<Json::object_t*>())
            for (auto& [name, value] : *members) draft.json[name] = std::move(value);
        draft.json["words"] = wordsOf(interfaceFile(language));
        draft.json["lab"] = hasLab();
        draft.json["glossary"] = hasGlossary();
        return draft;
    }

    [[nodiscard]] Json wordsOf(const std::string& file) const {
        const Json* words = documents_.find(file);
        return words && words->is_object() ? *words : Json::object();
    }

    void compileRestWords(const std::string& language) {
        Json pack = header("rest", language);
        pack["words"] = wordsOf(restWordsFile(language));
        compiled_.packs["rest." + language + ".pack"] = base::toCbor(pack);
    }

    void compileLab(const std::string& language) {
        const Json* words = documents_.find(labFile(language));
        const auto* members = words ? words->get_ptr<const Json::object_t*>() : nullptr;
        if (!members) {
            if (words) found_.push_back({Fault::wrongType, "The file must be one object {…}.", labFile(language)});
            return;
        }
        Draft draft{labFile(language), header("lab", language), {}};
        for (const auto& [name, value] : *members) draft.json[name] = value;
        Faults faults;
        const course::Lexicon lexicon = readChecked(draft, faults, course::readLexicon);
        if (faults.empty()) checkLexicon(lexicon, draft.name, faults);
        found_.insert(found_.end(), faults.begin(), faults.end());
        compiled_.packs["lab." + language + ".pack"] = base::toCbor(draft.json);
    }

    /// Makes the glossary's pack, and puts its terms to the steps that speak of them.
    void compileGlossary(std::vector<Draft>& modules, const std::string& language) {
        Draft draft{"glossary", header("glossary", language), {{"", &glossary_, ""}}};
        Json glossaryJson = resolved(glossary_, language);
        if (auto* members = glossaryJson.get_ptr<Json::object_t*>())
            for (auto& [name, value] : *members) draft.json[name] = std::move(value);
        Faults faults;
        const course::Glossary glossary = readChecked(draft, faults, course::readGlossary);
        if (faults.empty()) {
            TermLinks links(glossary);
            for (std::size_t index = 0; index < modules_.size(); ++index) {
                Json* lessons = member(modules[index].json, "lessons");
                auto* array = lessons ? lessons->get_ptr<Json::array_t*>() : nullptr;
                for (std::size_t at = 0; array && at < array->size(); ++at) links.put((*array)[at]);
            }
            links.check(draft.json, allStructureRead(), faults);
        }
        for (const Error& fault : faults) addInFiles(fault, {draft}, language);
        compiled_.packs["glossary." + language + ".pack"] = base::toCbor(draft.json);
    }

    void compileLanguage(const std::string& language) {
        compileRestWords(language);
        compileLab(language);
        const Json courseJson = resolved(course_, language);
        const Json* version = member(courseJson, "version");

        std::vector<Draft> drafts;
        for (const ModuleFiles& files : modules_)
            drafts.push_back(draftModule(files, version ? *version : Json("0"), language));
        if (hasGlossary()) compileGlossary(drafts, language);
        drafts.push_back(draftCourse(courseJson, drafts, language));

        Faults inPacks;
        std::vector<course::Module> modules;
        compiled_.items = 0;
        for (std::size_t index = 0; index < modules_.size(); ++index) {
            if (!modules_[index].id.empty())
                modules.push_back(readChecked(drafts[index], inPacks, course::readModule));
            else
                modules.emplace_back();
            compiled_.items += modules.back().items.size();
        }
        const course::Course course = readChecked(drafts.back(), inPacks, course::readCourse);
        if (course.modules.size() == modules.size() && allStructureRead())
            checkCourse(course, modules, found_.empty() && inPacks.empty(), explored_, inPacks);

        for (const Error& fault : inPacks) addInFiles(fault, drafts, language);
        for (const Draft& draft : drafts)
            compiled_.packs[draft.name + '.' + language + ".pack"] = base::toCbor(draft.json);
    }

    /// What holds between files can be said only when all of them could be read; else it would be said of an author's
    /// work that is there.
    [[nodiscard]] bool allStructureRead() const {
        bool all = course_.structure != nullptr;
        for (const ModuleFiles& module : modules_) {
            all = all && module.bank.structure;
            for (const Worded& lesson : module.lessons) all = all && lesson.structure;
        }
        return all;
    }

    /// Reads a draft as the portal will, and notes every member that the portal would not have looked at.
    template <class Pack>
    static Pack readChecked(const Draft& draft, Faults& faults,
                            Pack (*read)(const Json&, std::string_view, Faults&, std::vector<base::Asked>*)) {
        std::vector<base::Asked> asked;
        Faults own;
        Pack pack = read(draft.json, draft.name, own, &asked);
        noteLeftovers(draft.json, draft.name + '#', std::move(asked), own);
        faults.insert(faults.end(), own.begin(), own.end());
        return pack;
    }

    /// Adds a fault that was found in a draft, at its place in the author's files.
    void addInFiles(const Error& fault, const std::vector<Draft>& drafts, const std::string& language) {
        const std::size_t hash = fault.where.find('#');
        const std::string name = fault.where.substr(0, hash);
        const std::string pointer = fault.where.substr(hash + 1);
        const auto draft =
            std::find_if(drafts.begin(), drafts.end(), [&name](const Draft& each) { return each.name == name; });
        if (draft == drafts.end()) return;
        const Origin* origin = nullptr;
        for (const Origin& each : draft->origins) {
            const bool below = pointer.compare(0, each.inPack.size(), each.inPack) == 0 &&
                               (pointer.size() == each.inPack.size() || pointer[each.inPack.size()] == '/');
            if (below && (!origin || origin->inPack.size() < each.inPack.size())) origin = &each;
        }
        if (!origin || !origin->document) return;
        const std::string inFile = origin->inFile + pointer.substr(origin->inPack.size());
        std::string place = sourcePlace(*origin->document, language, inFile);
        // Of a file that is missing or broken, that is the only thing to say.
        if (documents_.find(place.substr(0, place.find('#'))))
            found_.push_back({fault.fault, fault.what, std::move(place)});
    }

    // ---- the list
    // ----------------------------------------------------------------------------------------------------

    /// By file; each complaint once, and one complaint only about a member that is missing.
    void sortFaults() {
        Faults all = std::move(parseFaults_);
        all.insert(all.end(), found_.begin(), found_.end());
        std::set<std::string> said;
        Faults kept;
        for (Error& fault : all) {
            const bool isNew =
                said.insert(fault.where + ' ' + (fault.fault == Fault::missing ? "missing" : fault.what)).second;
            if (isNew) kept.push_back(std::move(fault));
        }
        const auto fileOf = [](const Error& fault) {
            return std::string_view(fault.where).substr(0, fault.where.find_first_of("#:"));
        };
        std::stable_sort(kept.begin(), kept.end(),
                         [&fileOf](const Error& one, const Error& other) { return fileOf(one) < fileOf(other); });
        faults_.insert(faults_.end(), kept.begin(), kept.end());
    }

    Faults& faults_;
    Faults parseFaults_;
    Faults found_;
    Documents documents_;
    Worded course_, glossary_;
    std::deque<ModuleFiles> modules_; ///< origins point into it
    std::set<std::string> explored_;  ///< dialogues that were gone through
    Compiled compiled_;
};

} // namespace

Compiled compile(const Sources& sources, Faults& faults) { return Compiler(sources, faults).run(); }

} // namespace coursec
