import CXML

/// Reads XML piece by piece, so that a file of any length takes little memory. Nothing is fetched, no entity beyond those of XML
/// itself is filled in, and a document type is refused.
package final class XMLPieces {
    private let reader: xmlTextReaderPtr
    /// A copy that the library reads in place.
    private let bytes: UnsafeMutableRawBufferPointer
    private let errors = FirstError()

    /// Reads what is in memory.
    package init(_ bytes: [UInt8]) throws(XMLFault) {
        _ = Self.ready
        self.bytes = .allocate(byteCount: bytes.count + 1, alignment: 1)
        self.bytes.copyBytes(from: bytes)
        let start = self.bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
        guard let made = xmlReaderForMemory(start, Int32(bytes.count), nil, nil, Self.options) else {
            self.bytes.deallocate()
            throw XMLFault(.notXML, line: 1)
        }
        reader = made
        keepErrors()
    }

    /// Reads a file.
    package init(file path: String) throws(XMLFault) {
        _ = Self.ready
        bytes = .allocate(byteCount: 0, alignment: 1)
        guard let made = xmlReaderForFile(path, nil, Self.options) else {
            bytes.deallocate()
            throw XMLFault(.fileMissing, line: 0)
        }
        reader = made
        keepErrors()
    }

    /// The library tells its errors to us, and prints nothing.
    private func keepErrors() {
        let errors = Unmanaged.passUnretained(errors).toOpaque()
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { errors, error in
                guard let errors, let error = error?.pointee, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
                let first = Unmanaged<FirstError>.fromOpaque(errors).takeUnretainedValue()
                if first.code == nil { (first.code, first.line) = (UInt32(bitPattern: error.code), Int(error.line)) }
            }, errors)
    }

    /// The first error of a document: those that follow come of it.
    private final class FirstError {
        var code: UInt32?
        var line = 0
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next piece; nil at the end.
    ///
    /// - Throws: where it is not well formed, ends too soon, or has a document type. Pieces before it were good.
    package func next() throws(XMLFault) -> XMLPiece? {
        while true {
            switch xmlTextReaderRead(reader) {
            case 0: return nil
            case 1: if let piece = try piece() { return piece }
            default: throw fault
            }
        }
    }

    /// The element at which the reader stands, with all that is in it, as text.
    ///
    /// - Throws: where its end is not there.
    package func outerXML() throws(XMLFault) -> String {
        guard let text = xmlTextReaderReadOuterXml(reader) else { throw fault }
        defer { xml_text_free(text) }
        return String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
    }

    /// How many bytes were read.
    package var place: Int { xmlTextReaderByteConsumed(reader) }

    package var line: Int { Int(xmlTextReaderGetParserLineNumber(reader)) }

    private func piece() throws(XMLFault) -> XMLPiece? {
        switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_ELEMENT.rawValue:
            let isEmpty = xmlTextReaderIsEmptyElement(reader) == 1
            return .start(XMLStart(name: name, attributes: attributes(), isEmpty: isEmpty))
        case XML_READER_TYPE_END_ELEMENT.rawValue: return .end(name)
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue: return .text(text(xmlTextReaderConstValue(reader)))
        case XML_READER_TYPE_DOCUMENT_TYPE.rawValue: throw XMLFault(.documentType, line: line)
        default: return nil
        }
    }

    private var name: XMLName {
        XMLName(text(xmlTextReaderConstLocalName(reader)), in: text(xmlTextReaderConstNamespaceUri(reader)))
    }

    private func attributes() -> [XMLName: String] {
        var attributes: [XMLName: String] = [:]
        while xmlTextReaderMoveToNextAttribute(reader) == 1 {
            if xmlTextReaderIsNamespaceDecl(reader) != 1 { attributes[name] = text(xmlTextReaderConstValue(reader)) }
        }
        xmlTextReaderMoveToElement(reader)
        return attributes
    }

    private func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        pointer.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) } ?? ""
    }

    private var fault: XMLFault {
        let kind: XMLFault.Kind =
            switch errors.code {
            case XML_ERR_DOCUMENT_END.rawValue, XML_ERR_TAG_NOT_FINISHED.rawValue, XML_ERR_GT_REQUIRED.rawValue,
                XML_ERR_LTSLASH_REQUIRED.rawValue:
                .endsTooSoon
            case XML_ERR_INVALID_ENCODING.rawValue, XML_ERR_INVALID_CHAR.rawValue, XML_ERR_UNKNOWN_ENCODING.rawValue,
                XML_ERR_UNSUPPORTED_ENCODING.rawValue, XML_I18N_CONV_FAILED.rawValue:
                .encoding
            default: .notXML
            }
        return XMLFault(kind, line: errors.line > 0 ? errors.line : line)
    }

    private static let options = Int32(
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue)

    /// The library is ready for several threads.
    private static let ready: Void = xmlInitParser()
}
