import Commitments
import Kernel
import Markup

/// For which department a form is: asked where there are several.
enum DepartmentField {
    static func node(
        _ departments: [Organisation.ID], id: String, chosen: String = "", _ names: RegisterNames, _ language: Language
    ) -> Node {
        guard departments.count != 1 else { return Field.hidden("departement", departments[0].code) }
        return Field.menu(
            "departement", id: id, label: NewEntryWording.texts[language].department,
            options: departments.map {
                Field.Option(value: $0.code, text: names.full($0, language), isChosen: chosen == $0.code)
            })
    }
}
